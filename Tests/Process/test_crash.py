"""SIGKILL in the middle of the work: a restart under the same instance id loses nothing and doubles nothing."""

import os
import random
import time

from harness.articles import short_article
from harness.case import BrokerTest
from harness.cluster import eventually

ARTICLES = 5000
KILLS = 5
SEED = int(os.environ.get("NUQTA_TEST_SEED", "20261123"))


class CrashTests(BrokerTest):
    def test_killed_in_the_middle(self) -> None:
        self.create_topics()
        chance = random.Random(SEED)
        articles = [short_article(number) for number in range(ARTICLES)]
        waves = [articles[at : at + ARTICLES // KILLS] for at in range(0, ARTICLES, ARTICLES // KILLS)]
        worker = self.start_worker("--instance-id", "one")
        inside = 0
        for wave in waves:
            seen = self.written()
            self.cluster.produce(self.topics.articles, [article.message for article in wave])
            # As soon as anything of this wave is written, whether or not it is committed yet, and a little later.
            eventually(lambda: worker.must_run() or self.written() > seen, "the worker writes", pause=0.001)
            time.sleep(chance.uniform(0, 0.06))
            worker.kill()
            inside += self.left_open()
            worker = self.start_worker("--instance-id", "one", name=f"worker after kill {len(self.workers)}")
        self.await_drained(worker)
        self.stop_cleanly(worker)
        self.assert_drained()
        self.assert_whole_sets_once(articles)
        self.assertGreater(inside, 0, f"none of {KILLS} kills (seed {SEED}) came while there was work to do")

    def written(self) -> int:
        """How far the units' partitions reach, with what isn't committed."""
        return sum(self.cluster.ends(self.topics.units, committed=False).values())

    def left_open(self) -> bool:
        """Whether the killed worker left articles that it hadn't committed."""
        done = sum(self.cluster.committed(self.group, self.topics.articles).values())
        return done < sum(self.cluster.ends(self.topics.articles).values())

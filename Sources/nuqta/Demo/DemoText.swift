/// What the demo says besides the records.
enum DemoText {
  /// What `--keep` says: where the cluster is, and why the worker promises less than usual.
  static func keepNotice(brokers: String) -> String {
    """
    It stays on \(brokers) until Ctrl-C:
      kcat -C -b \(brokers) -t sentence-units -o beginning
      echo 'Hello. And goodbye.' | kcat -P -b \(brokers) -t articles -k my-article -H content-type=text/plain
    The worker runs at-least-once here: the built-in cluster keeps plainly committed offsets, but forgets those of
    transactions, so a second worker would begin again.
    """
  }
}

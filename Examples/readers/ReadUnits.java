import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Reads whole articles from the topic sentence-units. Needs kafka-clients and jackson-databind. */
public final class ReadUnits {
    /** Puts units together until the article record says that the set is complete. */
    static final class ArticleAssembler {
        private final Map<String, Map<String, JsonNode>> open = new HashMap<>();

        boolean isBetweenArticles() {
            return open.isEmpty();
        }

        /** The units in order where the record closes an article, else null. */
        List<JsonNode> add(JsonNode record) {
            String uri = record.get("article").get("uri").asText();
            if (record.get("type").asText().equals("unit")) {
                // At least once, a part of an article may come before the whole: the same ids again, with the same content.
                open.computeIfAbsent(uri, key -> new LinkedHashMap<>()).put(record.get("id").asText(), record);
                return null;
            }
            Map<String, JsonNode> units = open.containsKey(uri) ? open.remove(uri) : Map.of();
            List<JsonNode> complete = new ArrayList<>();
            for (JsonNode id : record.get("units")) {
                // The article record is the authority: a unit that it doesn't list is of an attempt that came to nothing.
                if (units.containsKey(id.asText())) complete.add(units.get(id.asText()));
            }
            return complete;
        }
    }

    /** Your work; hash.content, equal for equal text in any article, is the key of a translation memory. */
    static void deliver(JsonNode article, List<JsonNode> units) {
        System.out.println(article.get("article").get("uri").asText() + " " + article.get("status").asText());
        for (JsonNode unit : units) {
            if (unit.get("translate").asBoolean()) {
                System.out.println("  " + unit.get("hash").get("content").asText() + " " + unit.get("text").asText());
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", arguments[0]);
        settings.put("group.id", arguments[1]);
        // The default, read_uncommitted, shows articles that were never finished.
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        settings.put("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        ObjectMapper json = new ObjectMapper();
        Map<TopicPartition, ArticleAssembler> assemblers = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of("sentence-units"), new ConsumerRebalanceListener() {
                @Override public void onPartitionsRevoked(Collection<TopicPartition> gone) {
                    assemblers.keySet().removeAll(gone);
                }

                @Override public void onPartitionsAssigned(Collection<TopicPartition> taken) {}
            });
            while (true) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(500))) {
                    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                    ArticleAssembler assembler = assemblers.computeIfAbsent(partition, key -> new ArticleAssembler());
                    JsonNode record = json.readTree(message.value());
                    List<JsonNode> units = assembler.add(record);
                    if (units != null) deliver(record, units);
                    // A commit inside an article would lose its first units to the next start.
                    if (assembler.isBetweenArticles()) {
                        consumer.commitSync(Map.of(partition, new OffsetAndMetadata(message.offset() + 1)));
                    }
                }
            }
        }
    }
}

import KafkaClient

extension InputPartition {
  init(_ partition: TopicPartition) {
    self.init(topic: partition.topic, number: partition.partition)
  }

  var kafka: TopicPartition { TopicPartition(topic: topic, partition: number) }
}

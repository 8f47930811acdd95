/// Where partitions begin and end at one moment.
package typealias TopicBounds = [InputPartition: Watermarks]

#pragma once
#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/*
 * What Swift can't say to librdkafka by itself: variadic calls, a callback that runs under librdkafka's locks, and the
 * filling of a union. Nothing else belongs here.
 */

/*
 * The message opaque carries where a record goes, because it is the only per-record value that the partitioner sees:
 *
 *   bits  0..30  a partition number, or the hash of a key
 *   bits 31..32  what the number is: NUQTA_ROUTE_...
 *   bits 33..63  the caller's tag, given back with the delivery report
 */
#define NUQTA_ROUTE_NUMBER 0
#define NUQTA_ROUTE_HASH 1
#define NUQTA_ROUTE_KEY 2

static inline uint64_t nuqta_opaque(uint32_t number, uint32_t route, uint32_t tag) {
  return (uint64_t)(number & 0x7fffffffu) | ((uint64_t)(route & 3u) << 31) | ((uint64_t)(tag & 0x7fffffffu) << 33);
}

static inline uint32_t nuqta_opaque_tag(const void *opaque) {
  return (uint32_t)((uint64_t)(uintptr_t)opaque >> 33);
}

/*
 * The partitioner. It runs on any thread, under the topic's lock, again for records that were waiting when metadata
 * arrives, so it is a pure function.
 *
 * A number beyond the count is handed back as it is: librdkafka then refuses the record with _UNKNOWN_PARTITION at once.
 * RD_KAFKA_PARTITION_UA would park it until message.timeout.ms has passed.
 */
static int32_t nuqta_partitioner(const rd_kafka_topic_t *topic, const void *key, size_t key_size, int32_t count,
                                 void *topic_opaque, void *message_opaque) {
  uint64_t opaque = (uint64_t)(uintptr_t)message_opaque;
  int32_t number = (int32_t)(opaque & 0x7fffffffu);
  switch ((opaque >> 31) & 3u) {
  case NUQTA_ROUTE_NUMBER:
    return number;
  case NUQTA_ROUTE_HASH:
    return number % count;
  default:
    return rd_kafka_msg_partitioner_murmur2_random(topic, key, key_size, count, topic_opaque, message_opaque);
  }
}

/* Sets the partitioner on the configuration that all topics of a client start from. */
static inline void nuqta_conf_set_partitioner(rd_kafka_conf_t *conf) {
  rd_kafka_topic_conf_t *topic_conf = rd_kafka_conf_get_default_topic_conf(conf);
  if (!topic_conf) {
    topic_conf = rd_kafka_topic_conf_new();
    rd_kafka_conf_set_default_topic_conf(conf, topic_conf);
  }
  rd_kafka_topic_conf_set_partitioner_cb(topic_conf, nuqta_partitioner);
}

/*
 * Puts a record into the producer's queue; key and value are copied. On success librdkafka owns the headers, on failure
 * the caller still does. A list of headers, never single ones: with those 2.0.2 frees them twice when the partitioner
 * fails (librdkafka #4628).
 */
static inline rd_kafka_error_t *nuqta_produce(rd_kafka_t *rk, rd_kafka_topic_t *topic, uint64_t opaque, int64_t timestamp,
                                              const void *key, size_t key_size, const void *value, size_t value_size,
                                              rd_kafka_headers_t *headers) {
  rd_kafka_vu_t vus[7];
  size_t count = 0;
  vus[count].vtype = RD_KAFKA_VTYPE_RKT;
  vus[count++].u.rkt = topic;
  vus[count].vtype = RD_KAFKA_VTYPE_MSGFLAGS;
  vus[count++].u.i = RD_KAFKA_MSG_F_COPY;
  vus[count].vtype = RD_KAFKA_VTYPE_OPAQUE;
  vus[count++].u.ptr = (void *)(uintptr_t)opaque;
  vus[count].vtype = RD_KAFKA_VTYPE_TIMESTAMP;
  vus[count++].u.i64 = timestamp;
  if (key) {
    vus[count].vtype = RD_KAFKA_VTYPE_KEY;
    vus[count].u.mem.ptr = (void *)key;
    vus[count++].u.mem.size = key_size;
  }
  if (value) {
    vus[count].vtype = RD_KAFKA_VTYPE_VALUE;
    vus[count].u.mem.ptr = (void *)value;
    vus[count++].u.mem.size = value_size;
  }
  if (headers) {
    vus[count].vtype = RD_KAFKA_VTYPE_HEADERS;
    vus[count++].u.headers = headers;
  }
  return rd_kafka_produceva(rk, vus, count);
}

/* librdkafka's table of properties as text, to be freed with free(); NULL where there is no memory. */
static inline char *nuqta_properties_table(void) {
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  if (!file)
    return NULL;
  rd_kafka_conf_properties_show(file);
  fclose(file);
  return text;
}

/* One answer of a mock broker: an error (or none) after a delay. */
static inline rd_kafka_resp_err_t nuqta_mock_push_answer(rd_kafka_mock_cluster_t *cluster, int32_t broker,
                                                         int16_t request, rd_kafka_resp_err_t error, int delay) {
  return rd_kafka_mock_broker_push_request_error_rtts(cluster, broker, request, 1, error, delay);
}

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;

/**
 * Kafka's own clients and Connect worker in one process, which is told on standard input what to do, a line of JSON each.
 * It uses only what Kafka has had under the same names since 2.4, and is compiled against the version that it runs on.
 */
public class Harness {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SHORT = Duration.ofMillis(500);
  private final Map<String, Admin> admins = new HashMap<>();
  private final Map<String, KafkaConsumer<String, String>> viewers = new HashMap<>();
  private Object worker;
  /** Why the worker would have ended its process. */
  private volatile String exit;

  public static void main(String[] args) throws Exception {
    // What libraries print must not get between the answers.
    PrintStream answers = System.out;
    System.setOut(System.err);
    Harness harness = new Harness();
    Exit.setExitProcedure((code, message) -> harness.ended(code));
    Exit.setHaltProcedure((code, message) -> harness.ended(code));
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Map<String, Object> answer = new HashMap<>();
      try {
        answer.put("result", harness.carryOut(JSON.readTree(line)));
      } catch (Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && (cause instanceof ExecutionException || cause instanceof java.lang.reflect.InvocationTargetException)) cause = cause.getCause();
        answer.put("error", cause.getClass().getSimpleName() + ": " + cause.getMessage());
      }
      answers.println(JSON.writeValueAsString(answer));
      answers.flush();
    }
    Runtime.getRuntime().halt(0);
  }

  private void ended(int code) {
    exit = "exit code " + code;
    throw new IllegalStateException("the worker ends");
  }

  private Object carryOut(JsonNode order) throws Exception {
    String cluster = order.path("cluster").asText();
    switch (order.get("do").asText()) {
      case "open":
        return open(cluster, configOf(order));
      case "rule":
        return rule(admins.get(cluster), order.get("acls"));
      case "create":
        NewTopic topic = new NewTopic(order.get("topic").asText(), order.get("partitions").asInt(), (short) 1);
        admins.get(cluster).createTopics(List.of(topic.configs(textsOf(order.get("config"))))).all().get();
        return null;
      case "partitions":
        NewPartitions partitions = NewPartitions.increaseTo(order.get("partitions").asInt());
        admins.get(cluster).createPartitions(Map.of(order.get("topic").asText(), partitions)).all().get();
        return null;
      case "configure":
        return configure(admins.get(cluster), order.get("topic").asText(), textsOf(order.get("config")));
      case "look":
        return look(admins.get(cluster), viewers.get(cluster));
      case "clear":
        return clear(admins.get(cluster));
      case "produce":
        return produce(configOf(order), order.get("topic").asText(), order.get("count").asInt());
      case "consume":
        return consume(configOf(order), order.get("topic").asText(), order.get("count").asInt());
      case "work":
        exit = null;
        worker = startWorker(textsOf(order.get("config")));
        return null;
      case "rest":
        return stopWorker();
      case "exit":
        return exit;
      default:
        throw new IllegalArgumentException("unknown order " + order);
    }
  }

  private Object open(String cluster, Map<String, Object> config) throws Exception {
    admins.put(cluster, Admin.create(config));
    viewers.put(cluster, new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer()));
    return admins.get(cluster).describeCluster().nodes().get().size();
  }

  /** Lets those ACLs hold and no others, and returns once the broker says so. */
  private Object rule(Admin admin, JsonNode acls) throws Exception {
    List<AclBinding> bindings = new ArrayList<>();
    for (JsonNode acl : acls) {
      bindings.add(
          new AclBinding(
              new ResourcePattern(
                  ResourceType.fromString(acl.get("type").asText()),
                  acl.get("name").asText(),
                  PatternType.fromString(acl.get("pattern").asText())),
              new AccessControlEntry(
                  acl.get("principal").asText(),
                  acl.get("host").asText(),
                  AclOperation.fromString(acl.get("operation").asText()),
                  AclPermissionType.fromString(acl.get("permission").asText()))));
    }
    // Rules that stay are never taken away: a mirror that runs meanwhile would be denied what it may.
    Set<AclBinding> wanted = Set.copyOf(bindings);
    Set<AclBinding> known = Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
    List<AclBindingFilter> gone = new ArrayList<>();
    for (AclBinding binding : known) if (!wanted.contains(binding)) gone.add(binding.toFilter());
    bindings.removeAll(known);
    admin.createAcls(bindings).all().get();
    admin.deleteAcls(gone).all().get();
    while (!Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get()).equals(wanted)) Thread.sleep(50);
    return null;
  }

  private Object configure(Admin admin, String topic, Map<String, String> config) throws Exception {
    Collection<AlterConfigOp> changes = new ArrayList<>();
    config.forEach((name, value) -> changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes)).all().get();
    return null;
  }

  private Object look(Admin admin, KafkaConsumer<String, String> viewer) throws Exception {
    Map<String, Object> topics = new TreeMap<>();
    for (String topic : admin.listTopics().names().get()) {
      List<PartitionInfo> partitions = viewer.partitionsFor(topic);
      if (partitions == null) continue;
      List<TopicPartition> all = new ArrayList<>();
      for (PartitionInfo partition : partitions) all.add(new TopicPartition(topic, partition.partition()));
      long records = 0;
      for (long end : viewer.endOffsets(all).values()) records += end;
      ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      Map<String, String> config = new TreeMap<>();
      for (ConfigEntry entry : admin.describeConfigs(List.of(resource)).all().get().get(resource).entries()) {
        if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) config.put(entry.name(), entry.value());
      }
      topics.put(topic, Map.of("partitions", all.size(), "records", records, "config", config));
    }
    Map<String, Object> groups = new TreeMap<>();
    for (String group : groupsOf(admin)) {
      Map<String, Long> offsets = new TreeMap<>();
      for (Map.Entry<TopicPartition, OffsetAndMetadata> offset :
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().entrySet()) {
        if (offset.getValue() != null) offsets.put(offset.getKey().toString(), offset.getValue().offset());
      }
      groups.put(group, offsets);
    }
    return Map.of("topics", topics, "groups", groups);
  }

  private static List<String> groupsOf(Admin admin) throws Exception {
    List<String> groups = new ArrayList<>();
    for (var group : admin.listConsumerGroups().all().get()) groups.add(group.groupId());
    return groups;
  }

  /** Removes all topics but Kafka's own, and all groups. */
  private Object clear(Admin admin) throws Exception {
    for (String group : groupsOf(admin)) {
      for (int turn = 0; ; turn++) {
        try {
          admin.deleteConsumerGroups(List.of(group)).all().get();
          break;
        } catch (ExecutionException failure) {
          // A member that has just left is still counted for a moment.
          if (failure.getCause().getClass().getSimpleName().equals("GroupIdNotFoundException")) break;
          if (turn == 60) throw failure;
          Thread.sleep(250);
        }
      }
    }
    admin.deleteTopics(admin.listTopics().names().get()).all().get();
    while (!admin.listTopics().names().get().isEmpty()) Thread.sleep(50);
    return null;
  }

  private static Object produce(Map<String, Object> config, String topic, int count) throws Exception {
    try (KafkaProducer<String, String> producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      boolean inTransaction = config.containsKey("transactional.id");
      if (inTransaction) {
        producer.initTransactions();
        producer.beginTransaction();
      }
      for (int record = 0; record < count; record++) producer.send(new ProducerRecord<>(topic, 0, "key", "record " + record)).get();
      if (inTransaction) producer.commitTransaction();
      return count;
    }
  }

  /** Reads as a member of a group and commits; fewer than `count` where no more come in half a minute. */
  private static Object consume(Map<String, Object> config, String topic, int count) {
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      int read = 0;
      for (int turn = 0; turn < 60 && read < count; turn++) {
        ConsumerRecords<String, String> records = consumer.poll(SHORT);
        read += records.count();
      }
      consumer.commitSync();
      return read;
    }
  }

  /** The worker's own starter; it has other constructors from Kafka 3.5 on. */
  private static Object startWorker(Map<String, String> config) throws Exception {
    Object starter;
    try {
      starter = ConnectDistributed.class.getConstructor(String[].class).newInstance((Object) new String[] {"connect.properties"});
    } catch (NoSuchMethodException older) {
      starter = ConnectDistributed.class.getConstructor().newInstance();
    }
    try {
      return starter.getClass().getMethod("startConnect", Map.class).invoke(starter, config);
    } catch (NoSuchMethodException between) { // Kafka 3.4 to 3.8
      return starter.getClass().getMethod("startConnect", Map.class, String[].class).invoke(starter, config, new String[0]);
    }
  }

  private Object stopWorker() throws Exception {
    if (worker == null) return null;
    Class<?> type = worker.getClass();
    type.getMethod("stop").invoke(worker);
    type.getMethod("awaitStop").invoke(worker);
    worker = null;
    return null;
  }

  private static Map<String, Object> configOf(JsonNode order) {
    return new HashMap<>(textsOf(order.get("config")));
  }

  private static Map<String, String> textsOf(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    if (object != null) object.fields().forEachRemaining((field) -> texts.put(field.getKey(), field.getValue().asText()));
    return texts;
  }
}

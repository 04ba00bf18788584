import type { IConstruct } from 'constructs';
import { consumeRights, produceRights, type ProduceOptions } from '../wiring/client-rights';
import type { Grant } from './grant';
import { grantAt } from './grant-at';
import type { IKafkaTopic, IKafkaUser } from './interfaces';
import { rightsOn } from './late-names';

/** Lets the user of a program write to a topic: the program is told to have asked. */
export function grantProduce(
  topic: IKafkaTopic,
  user: IKafkaUser,
  { by, ...options }: ProduceOptions & { readonly by: IConstruct },
): Grant {
  const rights = rightsOn(topic, (name) => produceRights(name, topic.cluster.kafkaVersion, options));
  return grantAt(topic.cluster, user, rights, by);
}

/** Lets the user of a program read a topic: the program is told to have asked. */
export function grantConsume(
  topic: IKafkaTopic,
  user: IKafkaUser,
  { by, group }: { readonly by: IConstruct; readonly group: string },
): Grant {
  const rights = rightsOn(topic, (name) => consumeRights(name, group));
  return grantAt(topic.cluster, user, rights, by);
}

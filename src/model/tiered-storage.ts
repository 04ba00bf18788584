/** Where brokers move old segments of topics to, by a class that is in their image or mounted. */
export interface TieredStorageRecord {
  readonly type: 'custom';
  /** Java class: a `RemoteStorageManager` of Kafka. */
  readonly className: string;
  /** Path of its files in the container. */
  readonly classPath?: string;
  /** Settings of the class, as text. */
  readonly config?: Readonly<Record<string, string>>;
}

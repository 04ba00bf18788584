import type { SettingForm } from './setting-values';

const AMOUNT = String.raw`[-+]?\d+`;

/** @see java.time.Duration.parse, without those that are negative as a whole */
const DURATION = new RegExp(
  String.raw`^\+?P(?=[-+\dT])(?:${AMOUNT}D)?(?:T(?=[-+\d])(?:${AMOUNT}H)?(?:${AMOUNT}M)?(?:${AMOUNT}(?:[.,]\d{0,9})?S)?)?$`,
  'i',
);

/** A text that Kafka reads although it lists no values of it. */
interface ReadText {
  readonly isFine: (text: string) => boolean;
  readonly allowed: string;
}

const BY_DURATION = 'by_duration:';

/** @see AutoOffsetResetStrategy, Kafka 4.0 to 4.3: earlier versions list values */
const READ_TEXTS: Readonly<Record<string, ReadText>> = {
  'auto.offset.reset': {
    isFine: (text) =>
      ['earliest', 'latest', 'none'].includes(text) ||
      (text.startsWith(BY_DURATION) && DURATION.test(text.slice(BY_DURATION.length))),
    allowed: `earliest, latest, none, or ${BY_DURATION}PT1H and other durations`,
  },
};

/** What a text should have been, where a form does not say it; absent: Kafka takes it, or it cannot be told. */
export function wantedOfText(
  name: string,
  { values }: SettingForm,
  value: string | number | boolean,
): string | undefined {
  const read = values === undefined && Object.hasOwn(READ_TEXTS, name) ? READ_TEXTS[name] : undefined;
  return read === undefined || read.isFine(String(value).trim()) ? undefined : read.allowed;
}

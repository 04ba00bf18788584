import { defined, type Limit, type Manifest } from '../dialects/common/codec';
import { explanationOf } from '../dialects/explanations';
import type { AnyCodec, Reader } from '../dialects/read';
import { fieldText, type FieldPath } from '../model/field';
import { lostFields, type Field } from './lost';
import type { Refusal } from './refusals';
import { Speakers } from './speakers';

/** Tells losses in the words of a manifest, each field once. */
export class Telling {
  private readonly told = new Map<string, Limit>();
  /** Refusals by their field, and by all fields around it: undefined where there are several. */
  private readonly reasons = new Map<string, Refusal | undefined>();

  constructor(
    /** Whose manifest lacks the fields. */
    private readonly codec: AnyCodec,
    private readonly reader: Reader,
    refused: readonly Refusal[],
  ) {
    for (const refusal of refused) {
      refusal.path.forEach((_, at) => {
        const text = fieldText(refusal.path.slice(0, at + 1));
        this.reasons.set(text, this.reasons.has(text) ? undefined : refusal);
      });
    }
  }

  get losses(): readonly Limit[] {
    return [...this.told.values()];
  }

  /**
   * Tells what of a manifest another one in the same words lacks.
   * @param speakers - who understands what the manifest says
   */
  compare(from: Manifest, to: Manifest, speakers = new Speakers([from])): void {
    for (const lost of lostFields(from, to)) this.tell(lost, speakers);
  }

  /** Tells a field. */
  tell({ path, value }: Field, speakers?: Speakers): void {
    const field = fieldText(path);
    const reason = this.reasons.get(field) ?? this.around(path);
    const explanation = explanationOf(this.codec.kind, field, this.codec.apiVersion);
    const { why, instead, isHeard } = (reason && explanation?.isOfForm ? undefined : explanation) ?? {};
    const allowed = instead ?? (reason && reason.code !== 'unknown-field' ? reason.allowed : undefined);
    const since = speakers?.of(path, this.reader.release, isHeard);
    this.note(defined({ field, given: value, message: why ?? this.messageOf(field, reason), allowed, since }));
  }

  /** Tells a part of the manifest that was read, whose place is gone from the record. */
  tellUnplaced({ path, value }: Field): void {
    this.note({
      field: fieldText(path),
      given: value,
      message: 'What it was a part of is gone, or was changed since the manifest was read: it has no place.',
    });
  }

  /** Tells a field that the reader asks for; one that was taken out is told already. */
  tellMissing({ path, code, allowed }: Refusal): void {
    const field = fieldText(path);
    const { name } = this.reader.release;
    const isRule = code === 'rule';
    const remedy = isRule ? 'Change its fields so that they fit together.' : `Give ${allowed}.`;
    const told = this.told.get(field);
    const item = told || code !== 'min-items' ? undefined : this.toldItemOf(field);
    if (told) this.told.set(field, { ...told, remedy });
    else if (item) this.told.set(item.field, { ...item, remedy: `Give ${allowed} that it takes.` });
    else if (isRule) this.note({ field, message: `${name} refuses its fields as they are together.`, allowed, remedy });
    else
      this.note({ field, message: `${name} requires this field, and the object does not have it.`, allowed, remedy });
  }

  /** The first item of a list that is told: where the last items of a list are lost, that is why it has none. */
  private toldItemOf(field: string): Limit | undefined {
    return this.losses.find((told) => /^\[\d+\]$/.test(told.field.slice(field.length)) && told.field.startsWith(field));
  }

  /** The refusal of a part around a field. */
  private around(path: FieldPath): Refusal | undefined {
    for (let length = path.length - 1; length > 1; length -= 1) {
      const reason = this.reasons.get(fieldText(path.slice(0, length)));
      if (reason && reason.path.length <= length) return reason;
    }
    return undefined;
  }

  private messageOf(field: string, reason: Refusal | undefined): string {
    const { codec, reader } = this;
    if (!reason) return `The ${codec.kind} of ${codec.apiVersion} has no field for it.`;
    const cause = fieldText(reason.cause ?? reason.path);
    const what = cause.startsWith(`${field}.`) ? cause.slice(field.length + 1) : undefined;
    if (reason.code === 'kafka-version') return `${reader.release.name} does not run this version of Kafka.`;
    if (reason.code === 'rule') return `${reader.release.name} refuses what is left of it.`;
    if (reason.code === 'unknown-field') return `${reader.release.name} has no ${what ?? 'such field'}.`;
    return `${reader.release.name} takes ${what === undefined ? '' : `for ${what} `}${reason.allowed}.`;
  }

  private note(limit: Limit): void {
    if (!this.told.has(limit.field)) this.told.set(limit.field, limit);
  }
}

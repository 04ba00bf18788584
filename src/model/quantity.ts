const QUANTITY = /^\+?(\d+(\.\d*)?|\.\d+)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;
const VOLUME_SIZE = /^\d+(\.\d+)?(M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?\d+)?$/;

/** What a quantity looks like, for a finding to print. */
export const QUANTITY_FORM = 'a Kubernetes quantity such as 500m, 2, 512Mi or 20Gi';

/**
 * What the size of a volume looks like: the operator's parser knows neither `k` nor `m`.
 * @see StorageUtils of Strimzi 0.18.0 to 1.2.0
 */
export const VOLUME_SIZE_FORM = 'a size in bytes such as 20Gi, 500Mi or 1T';

/** Whether Kubernetes reads the text as a quantity. */
export function isQuantity(text: string): boolean {
  return QUANTITY.test(text);
}

/** Whether the operator reads the text as the size of a volume, greater than nothing. */
export function isVolumeSize(text: string): boolean {
  return VOLUME_SIZE.test(text) && Number.parseFloat(text) > 0;
}

const POWERS: readonly string[] = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** The bytes that the size of a volume says; absent: it is none that the operator reads. */
export function volumeBytes(text: string): number | undefined {
  const [, number = '', unit = ''] = /^([\d.]+(?:[eE][+-]?\d+)?)(\w*)$/.exec(text) ?? [];
  if (!isVolumeSize(text)) return undefined;
  const power = POWERS.indexOf(unit.replace('i', ''));
  return Number(number) * (unit.endsWith('i') ? 1024 : 1000) ** power;
}

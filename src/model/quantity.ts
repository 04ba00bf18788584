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

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL = ['m', '', 'k', 'M', 'G', 'T', 'P', 'E'];

/** How much a quantity is; NaN for a text that is none. */
export function amountOf(text: string): number {
  const [, number, unit = ''] = /^(\+?[\d.]+)([A-Za-z]+|[eE][+-]?\d+)?$/.exec(text) ?? [];
  if (/^[eE]./.test(unit) && !BINARY.includes(unit)) return Number(text);
  const factor = unit.endsWith('i') ? 1024 ** BINARY.indexOf(unit) : 1000 ** (DECIMAL.indexOf(unit) - 1);
  return Number(number) * factor;
}

/** The bytes that the size of a volume says; absent: it is none that the operator reads. */
export function volumeBytes(text: string): number | undefined {
  return isVolumeSize(text) ? amountOf(text) : undefined;
}

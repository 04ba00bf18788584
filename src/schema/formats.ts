const INT32 = 2 ** 31;
const INT64 = 2 ** 63;
const LARGEST_FLOAT = 3.4028234663852886e38;

const STRINGS: Readonly<Record<string, RegExp>> = {
  // What Go reads as a duration, and number and unit words as the API server's library takes them besides.
  duration:
    /^([+-]?(\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$|^0$|^\s*(\d+\s*(ns|nanos?|us|µs|micros?|ms|millis?|s|secs?|seconds?|m|mins?|minutes?|h|hr|hours?|d|days?|w|wk|weeks?)\s*)+$/,
  'date-time': /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:?\d{2})$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  byte: /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
};

/** Whether a value fits a format. Formats that the API server does not judge fit everything, and so do rare ones here. */
export function fitsFormat(format: string, value: unknown): boolean {
  if (typeof value === 'string') return !Object.hasOwn(STRINGS, format) || STRINGS[format]?.test(value) === true;
  if (typeof value !== 'number') return true;
  switch (format) {
    case 'int32':
      return value >= -INT32 && value < INT32;
    case 'int64':
      return value >= -INT64 && value < INT64;
    case 'float':
      return Math.abs(value) <= LARGEST_FLOAT;
    default:
      return true;
  }
}

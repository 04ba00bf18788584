/** Whether a text is a range of addresses: an address of either version, and how many of its bits count. */
export function isCidr(text: string): boolean {
  const [, address = '', bits = ''] = /^([^/]*)\/(\d{1,3})$/.exec(text.trim()) ?? [];
  if (/^[0-9a-fA-F]*:[0-9a-fA-F:.]*$/.test(address)) return Number(bits) <= 128;
  const parts = address.split('.');
  return (
    Number(bits) <= 32 && parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
  );
}

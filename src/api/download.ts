/**
 * The header that has a browser keep what is sent as a file (RFC 6266): headers hold Latin letters
 * alone, so the name stands there twice, once for readers that know no other form.
 */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

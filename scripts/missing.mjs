/** Something this machine lacks and we could not install: one sentence in each language. */
export class Missing extends Error {
  /** @param {string} zh @param {string} en */
  constructor(zh, en) {
    super(en);
    this.name = 'Missing';
    this.zh = zh;
  }
}

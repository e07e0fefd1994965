import { registerHooks } from 'node:module';

/** Each password takes a third of a second, in which nothing is written: here they take the least that a key file may ask for. */
registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/security/scrypt-cost.ts')) return loaded;
    const source = String(loaded.source);
    const cheap = source.replace(/SCRYPT_N = [^;]+;/, 'SCRYPT_N = 2 ** 15;');
    if (cheap === source) throw new Error(`the cost of a password was expected in ${url}; found another text`);
    return { ...loaded, source: cheap };
  },
});

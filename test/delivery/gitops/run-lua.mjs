/**
 * Runs Lua as Argo CD does: with the basic library and that of tables, and no other. Reads a list of `{ script, object }` as
 * JSON and prints what each script answers. (A process of its own: the interpreter is WebAssembly, which jest does not load.)
 */
import { readFileSync } from 'node:fs';
import { LuaFactory, LuaLibraries } from 'wasmoon';

/** A value of JSON in Lua's words: maps and lists are tables alike. */
function luaOf(value) {
  if (value === null) return 'nil';
  if (Array.isArray(value)) return `{ ${value.map(luaOf).join(', ')} }`;
  if (typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `[${JSON.stringify(key)}] = ${luaOf(field)}`);
  return `{ ${fields.join(', ')} }`;
}

const factory = new LuaFactory();
const answers = [];
for (const { script, object } of JSON.parse(readFileSync(0, 'utf8'))) {
  const lua = await factory.createEngine({ openStandardLibs: false });
  lua.global.loadLibrary(LuaLibraries.Base);
  lua.global.loadLibrary(LuaLibraries.Table);
  lua.doStringSync(`obj = ${luaOf(object)}`);
  answers.push(lua.doStringSync(script));
  lua.global.close();
}
console.log(JSON.stringify(answers));

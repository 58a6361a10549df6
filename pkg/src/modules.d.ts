declare module 'gongwen.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module 'virtual:state-names' {
  /** By language, then by ISO 3166 code. */
  const names: Record<string, Record<string, string>>;
  export default names;
}

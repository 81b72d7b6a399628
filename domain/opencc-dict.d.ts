/** Pairs "traditional simplified", parted by "|"; further readings follow the first. The package has no types for its tables. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export { pairs as default }
}

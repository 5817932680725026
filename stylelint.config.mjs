/** Logical properties only: right to left is the native direction, never an override. */
export default {
  plugins: ["stylelint-plugin-logical-css", "stylelint-plugin-use-baseline"],
  rules: {
    // overflow-block is not everywhere yet
    "logical-css/require-logical-properties": [true, { ignore: ["overflow-y", "overflow-x"] }],
    "logical-css/require-logical-keywords": true,
    "plugin/use-baseline": [true, { available: "newly", severity: "warning" }],
    "declaration-block-no-duplicate-properties": true,
    "no-duplicate-selectors": true,
    "color-no-invalid-hex": true,
    "property-no-unknown": true,
  },
};

// What our HTML is held to.

/** html-validate's standard, but for what our writer does on purpose: it closes no void element, and writes an attribute
 * without a value as an empty one. */
export const rules = {
  extends: ["html-validate:standard"],
  rules: { "void-style": "off", "attribute-empty-style": "off", "attribute-boolean-style": "off", "long-title": "off" },
};

import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';

// What mail clients need and pages no longer do: inline styles, attributes for looks, closed tags.
const validator = new HtmlValidate(
  new FileSystemConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      'no-deprecated-attr': 'off',
      'no-inline-style': 'off',
      'attribute-boolean-style': 'off',
      'long-title': 'off',
      'no-conditional-comment': 'off',
      'no-trailing-whitespace': 'off',
      'prefer-native-element': 'off',
      // caniemail takes a tbody for a body, which thirteen clients lack.
      'prefer-tbody': 'off',
      'tel-non-breaking': 'off',
      'void-style': ['error', { style: 'selfclosing' }],
      'attr-quotes': ['error', { style: 'double' }],
      'doctype-style': 'off',
    },
  }),
);

export async function invalidHtml(file) {
  const report = await validator.validateFile(file);
  return report.results.flatMap(result =>
    result.messages.map(m => `html-validate ${m.ruleId}, line ${m.line}: ${m.message}`));
}

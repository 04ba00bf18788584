import * as ts from 'typescript';

/** Whether a declaration is for the library alone. */
export function isHidden(declaration: ts.Declaration | undefined): boolean {
  if (!declaration) return true;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  const isInternal = ts.getJSDocTags(declaration).some(({ tagName }) => tagName.text === 'internal');
  return isInternal || (ts.getCombinedModifierFlags(declaration) & hidden) !== 0;
}

/** Whether nobody makes an instance of a class. */
export function isAbstract({ valueDeclaration }: ts.Symbol): boolean {
  return (
    valueDeclaration !== undefined && (ts.getCombinedModifierFlags(valueDeclaration) & ts.ModifierFlags.Abstract) !== 0
  );
}

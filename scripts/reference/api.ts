import { readFileSync } from 'node:fs';

/** A piece of a declaration; with a reference, it is the name of another one. */
export interface Token {
  readonly text: string;
  readonly canonicalReference?: string;
}

/** Tokens of a declaration, from the first one to before the last one. */
export interface TokenRange {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** A declaration of the public types, as API Extractor writes it down. */
export interface ApiItem {
  readonly kind: string;
  /** A constructor and an index signature have none. */
  readonly name?: string;
  readonly canonicalReference: string;
  readonly docComment?: string;
  readonly excerptTokens?: readonly Token[];
  /** The compiled file that declares it. */
  readonly fileUrlPath?: string;
  readonly members?: readonly ApiItem[];
  readonly parameters?: readonly { readonly parameterName: string; readonly isOptional: boolean }[];
  readonly extendsTokenRanges?: readonly TokenRange[];
  readonly extendsTokenRange?: TokenRange;
  readonly implementsTokenRanges?: readonly TokenRange[];
  readonly propertyTypeTokenRange?: TokenRange;
  readonly isStatic?: boolean;
  readonly isOptional?: boolean;
  readonly isProtected?: boolean;
}

/** The exports of the library, from the model of its types that API Extractor wrote. */
export function exportsIn(file: string): readonly ApiItem[] {
  const { members } = JSON.parse(readFileSync(file, 'utf8')) as { readonly members: readonly [ApiItem] };
  return members[0].members ?? [];
}

/** The tokens of a part of a declaration. */
export function tokensOf({ excerptTokens = [] }: ApiItem, range: TokenRange): readonly Token[] {
  return excerptTokens.slice(range.startIndex, range.endIndex);
}

/** The name as a program writes it: a setting of Kafka has quotes, which are no part of it. */
export function nameOf({ name = '', kind }: ApiItem): string {
  return kind === 'Constructor' ? 'constructor' : name.replace(/^"(.*)"$/, '$1');
}

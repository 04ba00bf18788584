import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Verdict } from '../check/judge';
import { ConstructJudge, type SiteConstruct } from './construct-judge';

/** Judges what is at the sites of a tree, where nobody writes it as it is judged. */
export function judgeTree(root: IConstruct, siteOf: (construct: IConstruct) => SiteConstruct | undefined): Verdict {
  const judge = new ConstructJudge();
  for (const construct of root.node.findAll()) {
    judge.hear(construct, siteOf);
    const site = siteOf(construct);
    if (site && ApiObject.isApiObject(construct)) judge.take(construct, site);
  }
  return judge.conclude();
}

import { holdCalls } from '../constructs/held';
import { valueClass } from '../props/stand-ins';
import { YamlOutputType } from 'cdk8s';

/** The ways to divide manifests into files, those of cdk8s among them. */
export type LayoutType =
  | 'filePerSite'
  | 'filePerChart'
  | 'filePerKind'
  | 'filePerObject'
  | 'singleFile'
  | 'standardOutput'
  | 'cdk8sFilePerChart'
  | 'cdk8sFilePerResource'
  | 'cdk8sFolderPerChart';

/**
 * How an app divides its manifests into files.
 *
 * Files are named after what the program calls sites, charts and objects, without hashes. Characters that a file name
 * cannot have on every system become `-`, and what is too long is cut: a site's or a chart's name at 63 characters, a
 * file's at 253. Two that would then have one file are an error that names both.
 *
 * What one file holds is in the order of its dependencies. Where somebody asked for an order between what is in several
 * files, their names begin with a number that tells it, so that `kubectl apply -f` keeps it; each layout says how it
 * counts.
 */
export class Layout {
  static {
    valueClass(this, 'Layout');
    holdCalls(this, 'Layout');
  }

  /**
   * One file a site, `<site>.k8s.yaml`, with the charts within the site; one for each chart that is in no site.
   *
   * The name is the site's path in the program, with `-` between its parts. If sites depend on one another, all files
   * have their place in that order in front: `0001-<site>.k8s.yaml`.
   */
  static filePerSite(): Layout {
    return new Layout('filePerSite', WHOLE);
  }

  /** One file a chart, `<chart>.k8s.yaml`, named and numbered as with {@link filePerSite}. A site is a chart. */
  static filePerChart(): Layout {
    return new Layout('filePerChart', WHOLE);
  }

  /**
   * One file a kind in the folder of its site, `<site>/<number>-<Kind>.yaml`. The number is that of the kind, always the
   * same, and kinds that others need have lower ones. An order that somebody asked for and that this contradicts is an
   * error.
   */
  static filePerKind(): Layout {
    return new Layout('filePerKind', PART);
  }

  /**
   * One file an object, `<site>/<namespace>/<Kind>-<name>.yaml`; objects without a namespace are in the folder of the site.
   *
   * If objects depend on one another, all files begin with a number: `0000-` where nothing must come earlier, and for each
   * other one more than the highest of what it depends on. The number counts across folders. Files that have the same may
   * be applied in any order, and adding an object does not rename those that do not depend on it.
   */
  static filePerObject(): Layout {
    return new Layout('filePerObject', PART);
  }

  /**
   * All in one file.
   * @param name of the file, without its extension
   */
  static singleFile(name = 'app'): Layout {
    return new Layout('singleFile', WHOLE, name);
  }

  /**
   * All on standard output, as one stream of documents, and nothing else there: findings go to standard error. No
   * folder is written or looked at.
   */
  static standardOutput(): Layout {
    return new Layout('standardOutput', WHOLE);
  }

  /** @internal */
  static ofCdk8s(type: YamlOutputType): Layout {
    switch (type) {
      case YamlOutputType.FILE_PER_APP:
        return Layout.singleFile();
      case YamlOutputType.FILE_PER_CHART:
        return new Layout('cdk8sFilePerChart', WHOLE);
      case YamlOutputType.FILE_PER_RESOURCE:
        return new Layout('cdk8sFilePerResource', WHOLE);
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        return new Layout('cdk8sFolderPerChart', WHOLE);
    }
  }

  private constructor(
    /** @internal */
    readonly type: LayoutType,
    /** What file names end with, unless the app says otherwise. */
    readonly extension: string,
    /** @internal */
    readonly fileName = '',
  ) {}
}

/** cdk8s's own for files with many objects; short in the folders of a site. */
const WHOLE = '.k8s.yaml';
const PART = '.yaml';

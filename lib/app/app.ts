import { App as StockApp } from 'cdk8s';
import type { AppProps, Chart } from 'cdk8s';
import { ChartRenderer, apiObjectsOf, chartsIn } from './synth/chart-renderer';
import { resolveDependencies } from './synth/dependencies';
import { writeManifestFiles } from './synth/manifest-files';
import { OutputDirectory } from './synth/output-directory';
import { subtreeOf } from './synth/subtree';
import { validateConstructs } from './synth/validation';
import { ManifestYaml } from './yaml/manifest-yaml';

/**
 * A `cdk8s.App` that synthesises faster. It takes the same props, writes the same files, byte for byte, and throws
 * the same errors: change the import to use it.
 *
 * It validates the constructs and resolves their dependencies once, where `cdk8s.App` does so once for each chart.
 * It orders them in linear time, and writes YAML without building a document tree.
 */
export class App extends StockApp {
  private readonly recordsMetadata: boolean;

  /**
   * @param props the same props as those of `cdk8s.App`
   */
  constructor(props: AppProps = {}) {
    super(props);
    this.recordsMetadata =
      props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * All charts of this app, each after those that it depends on.
   *
   * @throws if dependencies form a cycle
   */
  public override get charts(): Chart[] {
    return chartsIn(subtreeOf(this));
  }

  /**
   * Writes the manifests of all charts to the output directory.
   *
   * @throws if a construct is not valid, if dependencies form a cycle, or if an object cannot be rendered
   */
  public override synth(): void {
    const output = new OutputDirectory(this.outdir, this.outputFileExtension);
    const constructs = this.node.findAll();
    validateConstructs(constructs);
    const isNumbered = resolveDependencies(constructs);
    const tree = subtreeOf(this);
    const charts = chartsIn(tree);

    writeManifestFiles(this.yamlOutputType, { charts, isNumbered }, new ChartRenderer(tree, charts), output);
    if (this.recordsMetadata) {
      output.saveText('construct-metadata.json', this.constructMetadata());
    }
  }

  /**
   * Renders the manifests of all charts as one YAML text.
   *
   * @returns all objects of all charts, divided by `---`
   * @throws if a construct is not valid, if dependencies form a cycle, or if an object cannot be rendered
   */
  public override synthYaml(): string {
    const constructs = this.node.findAll();
    resolveDependencies(constructs);
    validateConstructs(constructs);
    const tree = subtreeOf(this);
    const renderer = new ChartRenderer(tree, chartsIn(tree));
    return new ManifestYaml().stringify(renderer.allManifests());
  }

  /** The path of the construct behind each object, by the object's name, as JSON. */
  private constructMetadata(): string {
    const objects = this.charts.flatMap((chart) => apiObjectsOf(chart));
    const resources = Object.fromEntries(objects.map(({ name, node }) => [name, { path: node.path }]));
    return JSON.stringify({ version: '1.0.0', resources });
  }
}

using System.Globalization;
using System.Xml.XPath;
using System.Xml.Xsl;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>What the engine asks for: the form's values as variables and the dialect's functions, both of one run.</summary>
internal sealed class EngineContext(FormRun run) : XsltContext
{
    public override bool Whitespace => true;

    public override bool PreserveWhitespace(XPathNavigator node) => true;

    public override int CompareDocument(string baseUri, string nextbaseUri) => 0;

    public override string LookupNamespace(string prefix) => prefix;

    public override IXsltContextVariable ResolveVariable(string prefix, string name) => name switch
    {
        "today" => new Variable(run, static (run, _) => run.Today, 0, XPathResultType.Number),
        "now" => new Variable(run, static (run, _) => run.Now, 0, XPathResultType.Number),
        _ => (name[0], int.Parse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture)) switch
        {
            ('t', var at) => new Variable(run, static (run, at) => run.Text(at), at, XPathResultType.String),
            ('n', var at) => new Variable(run, static (run, at) => run.Number(at), at, XPathResultType.Number),
            (_, var at) => new Variable(run, static (run, at) => (double)run.Count(at), at, XPathResultType.Number),
        },
    };

    public override IXsltContextFunction ResolveFunction(string prefix, string name, XPathResultType[] argTypes) => new Function(run, EngineFunctions.All[name], argTypes);

    private sealed class Variable(FormRun run, Func<FormRun, int, object> read, int at, XPathResultType type) : IXsltContextVariable
    {
        public bool IsLocal => false;

        public bool IsParam => false;

        public XPathResultType VariableType => type;

        public object Evaluate(XsltContext xsltContext) => read(run, at);
    }

    private sealed class Function(FormRun run, EngineFunction function, XPathResultType[] types) : IXsltContextFunction
    {
        public int Minargs => types.Length;

        public int Maxargs => types.Length;

        public XPathResultType ReturnType => XPathResultType.Any;

        public XPathResultType[] ArgTypes => types;

        public object Invoke(XsltContext xsltContext, object[] args, XPathNavigator docContext) => function(run, args);
    }
}

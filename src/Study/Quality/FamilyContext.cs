using System.Globalization;
using System.Xml.XPath;
using System.Xml.Xsl;
using SosLongitudinal.Study.Logic.Running;

namespace SosLongitudinal.Study.Quality;

/// <summary>What declared rules have beside XPath itself: <c>$today</c> as a day number, and <c>day('2016-03-01')</c>, <c>regex(text, pattern)</c>, <c>selected(list, value)</c>, <c>abs</c>, <c>min</c>, <c>max</c>, and <c>answer('screening', 'consented', 't1')</c>: what the same person answered on another form.</summary>
internal sealed class FamilyContext(DateOnly today) : XsltContext
{
    public override bool Whitespace => true;

    public override bool PreserveWhitespace(XPathNavigator node) => true;

    public override int CompareDocument(string baseUri, string nextbaseUri) => 0;

    public override IXsltContextVariable ResolveVariable(string prefix, string name) =>
        name == "today" ? new Today(DayNumbers.Of(today)) : throw new XPathException($"There is no ${name}; there is $today.");

    public override IXsltContextFunction ResolveFunction(string prefix, string name, XPathResultType[] argTypes) => name switch
    {
        "day" when argTypes.Length == 1 => new Function(argTypes, XPathResultType.Number, (a, _) => DayNumbers.Read(Text(a[0]))),
        "regex" when argTypes.Length == 2 => new Function(argTypes, XPathResultType.Boolean, (a, _) => Patterns.Matches(Text(a[0]), Text(a[1]))),
        "selected" when argTypes.Length == 2 => new Function(argTypes, XPathResultType.Boolean, (a, _) => Text(a[0]).Split(' ').Contains(Text(a[1]))),
        "abs" when argTypes.Length == 1 => new Function(argTypes, XPathResultType.Number, (a, _) => Math.Abs(Number(a[0]))),
        "min" when argTypes.Length > 0 => new Function(argTypes, XPathResultType.Number, (a, _) => All(a).DefaultIfEmpty(double.NaN).Min()),
        "max" when argTypes.Length > 0 => new Function(argTypes, XPathResultType.Number, (a, _) => All(a).DefaultIfEmpty(double.NaN).Max()),
        "answer" when argTypes.Length is 2 or 3 => new Function(argTypes, XPathResultType.String, (a, at) => OtherForms.Answer(at, Text(a[0]), Text(a[1]), a.Length == 3 ? Text(a[2]) : null)),
        _ => throw new XPathException($"{name}() with {argTypes.Length.ToString(CultureInfo.InvariantCulture)} values is not a function of rules."),
    };

    private static IEnumerable<double> All(object[] values) =>
        values.SelectMany(v => v is XPathNodeIterator nodes ? nodes.Clone().Cast<XPathNavigator>().Select(n => DayNumbers.Read(n.Value)).ToList() : [Number(v)]).Where(n => !double.IsNaN(n));

    private static string Text(object value) => value switch
    {
        XPathNodeIterator nodes => nodes.Clone() is var first && first.MoveNext() ? first.Current!.Value : "",
        double number => EngineFunctions.NumberText(number),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static double Number(object value) => value is double number ? number : DayNumbers.Read(Text(value));

    private sealed class Today(double day) : IXsltContextVariable
    {
        public bool IsLocal => false;

        public bool IsParam => false;

        public XPathResultType VariableType => XPathResultType.Number;

        public object Evaluate(XsltContext xsltContext) => day;
    }

    private sealed class Function(XPathResultType[] types, XPathResultType gives, Func<object[], XPathNavigator, object> work) : IXsltContextFunction
    {
        public int Minargs => types.Length;

        public int Maxargs => types.Length;

        public XPathResultType ReturnType => gives;

        public XPathResultType[] ArgTypes => types;

        public object Invoke(XsltContext xsltContext, object[] args, XPathNavigator docContext) => work(args, docContext);
    }
}

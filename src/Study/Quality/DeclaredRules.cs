using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.XPath;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Quality;

/// <summary>The study's own rules, and what it states of the others.</summary>
public static partial class DeclaredRules
{
    private const int Most = 50;
    private const int LongestExpression = 2_000;
    private const int LongestSentence = 300;
    private static readonly ConcurrentDictionary<string, XPathExpression> Known = new(StringComparer.Ordinal);

    /// <summary>Declares a rule, or declares it anew under its code.</summary>
    public static Decision<ImmutableArray<StudyFact>> Declare(StudyDesign now, DeclaredRule rule)
    {
        if (!now.IsOpen) return StudyRefusals.NotOpen;
        if (!CodeText.IsOne(rule.Code)) return StudyRefusals.Code(rule.Code).At("code");
        if (QualityRules.IsBuiltIn(rule.Code)) return QualityRefusals.BuiltIn(rule.Code).At("code");
        if (string.IsNullOrWhiteSpace(rule.Sentence) || rule.Sentence.Length > LongestSentence) return QualityRefusals.Sentence.At("sentence");
        if (now.QualityRules.Contains(rule)) return Facts.None<StudyFact>();
        if (now.QualityRules.Count(r => r.Code != rule.Code) >= Most) return QualityRefusals.TooMany(Most);
        return Fault(rule.Expression) is { } fault ? QualityRefusals.Expression(fault).At("expression") : Facts.Of<StudyFact>(new StudyFact.QualityRuleDeclared(rule));
    }

    /// <summary>A rule that can be tried before it is declared: nothing but its expression counts.</summary>
    public static Decision<DeclaredRule> Try(string expression) =>
        Fault(expression) is { } fault ? QualityRefusals.Expression(fault).At("expression") : new DeclaredRule("tried", "The expression finds this.", expression);

    public static Decision<ImmutableArray<StudyFact>> Remove(StudyDesign now, string code) =>
        now.QualityRules.Any(r => r.Code == code) ? Facts.Of<StudyFact>(new StudyFact.QualityRuleRemoved(code)) : QualityRefusals.NoSuchRule(code);

    public static Decision<ImmutableArray<StudyFact>> State(StudyDesign now, ReliableChange change)
    {
        if (!now.IsOpen) return StudyRefusals.NotOpen;
        if (change is not { Sd: > 0 and <= 1_000, Reliability: >= 0 and < 1 }) return QualityRefusals.ReliableChange;
        return change == now.ReliableChange ? Facts.None<StudyFact>() : Facts.Of<StudyFact>(new StudyFact.ReliableChangeStated(change));
    }

    internal static void Check(FamilyLook look)
    {
        if (!look.Frame.Design.QualityRules.IsEmpty) Check(look, look.Frame.Design.QualityRules.AsSpan());
    }

    internal static void Check(FamilyLook look, params ReadOnlySpan<DeclaredRule> rules)
    {
        var document = FamilyDocument.Of(look);
        document.MoveToFirstChild();
        var context = new FamilyContext(look.AsOf);
        foreach (var rule in rules)
        {
            var expression = Known.GetOrAdd(rule.Expression, XPathExpression.Compile).Clone();
            try
            {
                expression.SetContext(context);
                Found(look, rule, document.Evaluate(expression));
            }
            catch (XPathException) // holds for some families only: a function met a value that it cannot take
            {
                look.Add(rule.Severity, rule.Code, "family", $"The rule cannot be worked out for this family: {rule.Sentence}", QualityInputs.Of(rule.Expression), null);
            }
        }
    }

    /// <summary>One hit for each form where the expression gives forms, else one for the family where it is true.</summary>
    private static void Found(FamilyLook look, DeclaredRule rule, object result)
    {
        if (result is XPathNodeIterator nodes)
        {
            var forms = new HashSet<FormPlace>();
            var others = false;
            foreach (XPathNavigator node in nodes)
            {
                var at = node.Clone();
                while (at.Name != "form" && at.MoveToParent()) { }
                if (look.Forms.FirstOrDefault(f => at.Name == "form" && $"{f.Place}" == $"{at.GetAttribute("wave", "")}/{at.GetAttribute("instrument", "")}/{at.GetAttribute("subject", "")}/{at.GetAttribute("respondent", "")}") is not { } form) others = true;
                else if (forms.Add(form.Place)) look.Add(rule.Severity, rule.Code, $"{form.Place}", rule.Sentence, IsOfOneForm(rule.Expression) ? QualityInputs.Of($"{QualityInputs.Of(look.Family, form)}|{rule.Expression}") : Inputs(look, rule), form);
            }
            if (others && forms.Count == 0) Family(look, rule);
        }
        else if (result is true or string { Length: > 0 } || (result is double number && number != 0 && !double.IsNaN(number))) Family(look, rule);
    }

    private static void Family(FamilyLook look, DeclaredRule rule) => look.Add(rule.Severity, rule.Code, "family", rule.Sentence, Inputs(look, rule), null);

    /// <summary>All that the rule can see, and what it asks: declared anew, it finds anew.</summary>
    private static string Inputs(FamilyLook look, DeclaredRule rule) => QualityInputs.Of(string.Create(
        CultureInfo.InvariantCulture, $"{QualityInputs.Of(look.Family, look.Forms.AsSpan())}|{look.Family.Members.Length}|{look.Family.Interviews.Length}|{look.Family.Stage}|{rule.Expression}"));

    /// <summary>Whether a form that it finds can only be found by what stands in that form; in doubt it is taken to look at others too.</summary>
    private static bool IsOfOneForm(string expression) => Forms().Count(expression) == 1 && !Beyond().IsMatch(expression);

    [GeneratedRegex(@"\bform\b")]
    private static partial Regex Forms();

    [GeneratedRegex(@"\.\.|/family|\bfamily\b|::|\bmember\b|\bvisit\b|\bposition\b|\blast\b|\banswer\b|\[[0-9\s]+\]|\*|(?<!^)//")]
    private static partial Regex Beyond();

    private static string? Fault(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "It is empty.";
        if (text.Length > LongestExpression) return $"It is longer than {LongestExpression} characters.";
        try
        {
            var expression = XPathExpression.Compile(text);
            expression.SetContext(new FamilyContext(default));
            using var none = new StringReader("<family/>");
            new XPathDocument(none).CreateNavigator().Evaluate(expression);
            return null;
        }
        catch (Exception fault) when (fault is XPathException or ArgumentException)
        {
            return fault.Message;
        }
    }
}

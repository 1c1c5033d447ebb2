using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Quality;

/// <summary>Refusals about quality rules and their hits. Codes are public and never reworded.</summary>
public static class QualityRefusals
{
    public static readonly Refusal Sentence = new("quality.sentence", "Say in 1 to 300 characters what a person should look at.");
    public static readonly Refusal Reason = new Refusal("quality.reason", "Say why this needs no further look.").At("reason");
    public static readonly Refusal NoSuchHit = new("quality.no-hit", "The rule finds nothing there any more. Look at the list again.", RefusalKind.Conflict);
    public static readonly Refusal Changed = new("quality.changed", "What the rule looks at has changed since the list was shown. Look at it again before setting it aside.", RefusalKind.Conflict);
    public static readonly Refusal ReliableChange = new("quality.reliable-change", "Give a standard deviation above 0 and a reliability from 0 up to 1, without 1.");
    public static Refusal BuiltIn(string code) => new("quality.built-in", $"'{code}' is a rule that comes with the product. Choose another code.", RefusalKind.Conflict);
    public static Refusal TooMany(int most) => new("quality.too-many", $"A study declares at most {most} rules. Remove one first.");
    public static Refusal Expression(string fault) => new("quality.expression", $"The expression cannot be used: {fault} Write XPath over the family, such as count(form[@wave='t2']) > 3.");
    public static Refusal NoSuchRule(string code) => new("quality.no-rule", $"The study has declared no rule '{code}'.", RefusalKind.NotFound);
}

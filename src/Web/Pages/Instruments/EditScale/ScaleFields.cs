using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;

namespace SosLongitudinal.Web.Pages.Instruments.EditScale;

/// <summary>The fields of one scale as typed.</summary>
public sealed class ScaleFields
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public ScaleKind Kind { get; set; }

    public string Parts { get; set; } = "";

    public string Reversed { get; set; } = "";

    public string ReverseFrom { get; set; } = "";

    public string Recode { get; set; } = "";

    public string Least { get; set; } = "";

    public string ProrateTo { get; set; } = "";

    public RoundingRule Rounding { get; set; }

    public string GateItem { get; set; } = "";

    public string GateValues { get; set; } = "";

    public string GateScore { get; set; } = "";

    public string Min { get; set; } = "";

    public string Max { get; set; } = "";

    public string PrintedMax { get; set; } = "";

    public static ScaleFields Of(ScaleWords w) => new()
    {
        Name = w.Name, Label = w.Label, Kind = w.Kind, Parts = w.Parts, Reversed = w.Reversed, ReverseFrom = w.ReverseFrom, Recode = w.Recode, Least = w.Least, ProrateTo = w.ProrateTo,
        Rounding = w.Rounding, GateItem = w.GateItem, GateValues = w.GateValues, GateScore = w.GateScore, Min = w.Min, Max = w.Max, PrintedMax = w.PrintedMax,
    };

    /// <param name="name">That of a scale that is there; a new one is called as typed.</param>
    public ScaleWords Words(string? name) => new()
    {
        Name = name ?? Name, Label = Label, Kind = Kind, Parts = Parts, Reversed = Reversed, ReverseFrom = ReverseFrom, Recode = Recode, Least = Least, ProrateTo = ProrateTo,
        Rounding = Rounding, GateItem = GateItem, GateValues = GateValues, GateScore = GateScore, Min = Min, Max = Max, PrintedMax = PrintedMax,
    };
}

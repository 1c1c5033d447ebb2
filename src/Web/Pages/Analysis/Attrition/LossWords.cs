using SosLongitudinal.Analysis.Attrition;
using SosLongitudinal.Extracts.Reading;

namespace SosLongitudinal.Web.Pages.Analysis.Attrition;

/// <summary>Steps of loss, and how unequal it is, in words.</summary>
public static class LossWords
{
    public static string Of(LossGroup group) => group switch
    {
        LossGroup.Location => "Not located",
        LossGroup.Contact => "Located, not contacted",
        LossGroup.Cooperation => "Contacted, did not cooperate",
        _ => "Other",
    };

    public static string Of(AttritionBenchmark benchmark) => benchmark.Level switch
    {
        AttritionLevel.Low => $"That is within the cautious boundary of {GroupWords.Number(benchmark.Cautious)} points.",
        AttritionLevel.LowOnOptimisticOnly => $"That is beyond the cautious boundary of {GroupWords.Number(benchmark.Cautious)} points and within the optimistic one of {GroupWords.Number(benchmark.Optimistic)}.",
        AttritionLevel.High => $"That is beyond the optimistic boundary of {GroupWords.Number(benchmark.Optimistic)} points.",
        _ => "The boundary does not reach so far.",
    };
}

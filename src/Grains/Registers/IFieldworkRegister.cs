using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Fieldwork.Progress;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What a shard of the family register says about how the field phase goes.</summary>
[GrainInterfaceType("sos.fieldwork-register")]
public interface IFieldworkRegister : IGrainWithIntegerKey
{
    /// <summary>What became of the cases of one wave, counted.</summary>
    [Alias("outcomes"), ReadOnly] Task<OutcomeTally> Outcomes(OutcomeQuestion question);

    /// <summary>Whom to try next, the longest waiting first.</summary>
    [Alias("to-try"), ReadOnly] Task<TryPage> ToTry(TryQuestion question);

    /// <summary>How far the interviews have come, by wave, site and interviewer; a scope of <c>null</c> is every site.</summary>
    [Alias("progress"), ReadOnly] Task<ImmutableArray<ProgressCount>> Progress(ImmutableArray<SiteCode>? scope);
}

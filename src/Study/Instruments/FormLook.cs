using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Study.Instruments;

/// <summary>A form as it stands, saved or not: each item's state in form order, what would be kept, and what stands in the way.</summary>
public sealed record FormLook(ImmutableArray<ItemState> Items, CheckedAnswers Checked, ImmutableArray<FieldFault> Faults);

using System.Reflection;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Conventions;

public sealed class SentenceTests
{
    private static readonly HashSet<Type> Days = [typeof(DateOnly), typeof(DateTimeOffset), typeof(DateTime), typeof(PartialDate), typeof(BirthMonth)];

    /// <summary>A sentence says a day through <see cref="DayWords"/>: put in as it is, it comes out in figures, and in an order that nobody chose.</summary>
    [Fact]
    public void No_refusal_says_a_day_in_figures() => Findings.None(
        from type in Product.Types
        from method in IntermediateCode.MethodsOf(type)
        let references = IntermediateCode.References(method).Select(r => r.Member).ToList()
        where references.Exists(Refuses)
        from appended in references.OfType<MethodInfo>().Where(m => m is { Name: "AppendFormatted", IsGenericMethod: true })
        let kind = appended.GetGenericArguments()[0]
        where Days.Contains(Nullable.GetUnderlyingType(kind) ?? kind)
        select $"{Product.NameOf(type)}.{method.Name} puts a {kind.Name} into a sentence");

    private static bool Refuses(MemberInfo member) =>
        member is ConstructorInfo made && (made.DeclaringType == typeof(Refusal) || made.DeclaringType == typeof(FieldFault))
        || member is MethodInfo { DeclaringType.Name: var room } && room.EndsWith("Refusals", StringComparison.Ordinal);
}

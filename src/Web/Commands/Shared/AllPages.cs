using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Shared;

namespace SosLongitudinal.Web.Commands.Shared;

internal static class AllPages
{
    private const string Most = "200";

    /// <summary>Every line of a list, page after page; a filter without a value is left out.</summary>
    public static async Task<Decision<List<T>>> All<T>(this StudyClient study, string path, CancellationToken cancellation, params (string Name, object? Value)[] filters)
    {
        var (rows, after) = (new List<T>(), (string?)null);
        do
        {
            var query = QueryString.Create([.. filters.Append(("take", Most)).Append(("after", after))
                .Where(f => f.Item2 is not null).Select(f => KeyValuePair.Create(f.Item1, (string?)Listing.Cell(f.Item2)))]);
            var page = await study.Get<Page<T>>($"{path}{query}", cancellation);
            if (page is not Decision<Page<T>>.Accepted { Value: var found }) return ((Decision<Page<T>>.Refused)page).Why;
            rows.AddRange(found.Items);
            after = found.Next;
        }
        while (after is not null);
        return rows;
    }
}

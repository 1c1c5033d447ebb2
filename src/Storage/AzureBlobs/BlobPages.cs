using System.Runtime.CompilerServices;
using Azure;

namespace SosLongitudinal.Storage.AzureBlobs;

internal static class BlobPages
{
    /// <summary>The items of all pages; a fault on the way is the store's, never a short list.</summary>
    public static async IAsyncEnumerable<T> Items<T>(this AsyncPageable<T> pages, string what, int pageSize, [EnumeratorCancellation] CancellationToken cancellation) where T : notnull
    {
        await using var page = pages.AsPages(pageSizeHint: pageSize).GetAsyncEnumerator(cancellation);
        while (await Next())
            foreach (var item in page.Current.Values) yield return item;

        async ValueTask<bool> Next()
        {
            try
            {
                return await page.MoveNextAsync();
            }
            catch (Exception fault) when (BlobFaults.IsFault(fault) && !cancellation.IsCancellationRequested)
            {
                throw BlobFaults.Unread(what, fault);
            }
        }
    }
}

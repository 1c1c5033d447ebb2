using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Web.Api.Redcap;

namespace SosLongitudinal.Tests.Web.Redcap;

public sealed class RedcapAnswerTests
{
    [Theory, InlineData("json"), InlineData("csv")]
    public async Task Rows_leave_as_they_are_read_and_are_not_kept_until_the_last(string format)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        var most = 0L;
        async IAsyncEnumerable<string[]> Rows()
        {
            var read = 0L;
            for (var i = 0; i < 10_000; i++)
            {
                yield return [$"family-{i}", new string('x', 200)];
                read += 200;
                most = Math.Max(most, read - body.Length);
                await Task.CompletedTask;
            }
        }

        await new RedcapAnswer(format, ',', ["record_id", "answer"], Rows()).ExecuteAsync(context);

        Assert.InRange(body.Length, 2_000_000, 4_000_000);
        Assert.InRange(most, 0, 100_000);
    }
}

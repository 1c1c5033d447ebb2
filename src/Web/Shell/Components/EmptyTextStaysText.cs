using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>An empty box is the empty text, not null, so that pages can say what they hold.</summary>
internal sealed class EmptyTextStaysText : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) => context.DisplayMetadata.ConvertEmptyStringToNull = false;
}

using Directives.Language;
using Microsoft.AspNetCore.Components;

namespace Directives.Web;

/// <summary>A page: it shows a view inside the site's frame, and asks nobody for anything.</summary>
public abstract class SitePage<TView> : ComponentBase
{
    [Parameter, EditorRequired]
    public required TView View { get; set; }

    [Parameter, EditorRequired]
    public required PageFrame Frame { get; set; }

    /// <summary>The texts in the reader's language.</summary>
    protected Texts T => Frame.Texts;
}

using Microsoft.AspNetCore.Http;

namespace Directives.Access;

/// <summary>
/// Metadata of a form: what to answer whom it does not admit, instead of a bare refusal. It shows again what was typed, for a session
/// that ended loses nothing, and does nothing else.
/// </summary>
public sealed class RefusedAnswer(Func<HttpContext, Task> show)
{
    /// <summary>Writes the answer; its status is the refusal's.</summary>
    public Task ShowAsync(HttpContext context) => show(context);
}

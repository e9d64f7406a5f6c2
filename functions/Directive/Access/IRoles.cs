namespace Directives.Access;

/// <summary>What a person may, from the register as it stands; never from the request.</summary>
public interface IRoles
{
    /// <summary>The roles of an official today; <see cref="Who.Nobody"/> for one unknown.</summary>
    ValueTask<Who> OfAsync(string official, CancellationToken cancel);
}

namespace Directives.Web.Demo;

/// <summary>How far the clock is moved.</summary>
public enum DemoMove
{
    Day,
    Week,

    /// <summary>To the next rung of any ladder.</summary>
    Rung,
}

using Azure.Storage.Blobs;
using Directives.Attachments;
using Directives.Local.Bench;
using Directives.Tables;
using Directives.Tests.Tables;

namespace Directives.Tests.Attachments;

/// <summary>The contract, kept by blobs as Azurite plays them.</summary>
public sealed class BlobFilesTests : FilesContract
{
    private readonly string _prefix = AzuriteRunning.NewPrefix();

    [Fact]
    public async Task The_next_program_finds_what_this_one_kept()
    {
        var kept = await (await OpenAsync()).PutAsync(new MemoryStream(Bytes("kept")));
        Assert.True(await (await OpenAsync()).ExistsAsync(kept.Hash));
    }

    [Fact]
    public async Task Bytes_put_again_are_not_written_again_but_are_touched()
    {
        var files = await OpenAsync();
        var hash = (await files.PutAsync(new MemoryStream(Bytes("a")))).Hash;
        var blob = new BlobClient((await AzuriteRunning.GetAsync()).Connection, _prefix + "files", hash);
        var before = (await blob.GetPropertiesAsync()).Value;
        await files.PutAsync(new MemoryStream(Bytes("a")));
        var after = (await blob.GetPropertiesAsync()).Value;
        Assert.NotEqual(before.ETag, after.ETag);
        Assert.Equal(before.CreatedOn, after.CreatedOn);
        Assert.True(after.LastModified >= before.LastModified);
    }

    [Fact]
    public async Task What_does_not_answer_is_told_with_what_to_do()
    {
        var nobody = AzureAccount.Parse(Azurite.ConnectionThrough(1, 1));
        var thrown = await Assert.ThrowsAsync<TablesUnusableException>(() => BlobFiles.OpenAsync(nobody, adjust: options => options.Retry.MaxRetries = 0));
        Assert.Contains("does not answer", thrown.Message, StringComparison.Ordinal);
    }

    protected override async Task<IFiles> OpenAsync() => await BlobFiles.OpenAsync(AzureAccount.Parse((await AzuriteRunning.GetAsync()).Connection), _prefix);
}

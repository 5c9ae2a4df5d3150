package azure

// Plain is a long text of Azure Boards, HTML or Markdown, as plain text: for exports, in
// which it stands as it is kept.
func Plain(s string) string {
	text, _ := plain(s)
	return text
}

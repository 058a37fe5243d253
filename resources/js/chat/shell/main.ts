import '../../../css/chat/shell/main.css'
